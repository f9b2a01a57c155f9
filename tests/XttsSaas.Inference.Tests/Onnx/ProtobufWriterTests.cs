using XttsSaas.Inference.Onnx;

namespace XttsSaas.Inference.Tests.Onnx;

public sealed class ProtobufWriterTests
{
    [Fact]
    public void ToArray_EveryKind_IsTheWireFormat()
    {
        var message = new ProtobufWriter().Integer(1, 300).Text(2, "ab").Single(3, 1).Integer(4, -1).Message(16, new ProtobufWriter().Integer(1, 0));
        byte[] expected =
        [
            0x08, 0xAC, 0x02, 0x12, 0x02, (byte)'a', (byte)'b', 0x1D, 0x00, 0x00, 0x80, 0x3F,
            0x20, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01, 0x82, 0x01, 0x02, 0x08, 0x00,
        ];
        Assert.Equal(expected, message.ToArray());
    }
}
