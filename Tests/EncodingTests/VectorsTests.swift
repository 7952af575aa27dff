import Encoding
