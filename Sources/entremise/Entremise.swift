@main struct Entremise { static func main() {} }
