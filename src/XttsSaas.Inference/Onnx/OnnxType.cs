namespace XttsSaas.Inference.Onnx;

/// <summary>TensorProto.DataType of the ONNX specification, as far as used.</summary>
internal enum OnnxType
{
    Float = 1,
    Int64 = 7,
    Double = 11,
}
