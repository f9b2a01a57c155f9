using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Tests.Safetensors;

public sealed class SafetensorsTests
{
    [Fact]
    public void Write_ThenOpen_GivesTheSameTensors()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.safetensors");
        Half[] halves = [(Half)0.5f, (Half)(-2f), (Half)65504f];
        ushort[] brain = [0x3F80, 0xC000];
        SafetensorsWriter.Write(path,
        [
            new TensorSource("half", new TensorShape(3), TensorType.F16, stream => stream.Write(MemoryMarshal.AsBytes(halves.AsSpan()))),
            new TensorSource("brain", new TensorShape(2), TensorType.BF16, stream => stream.Write(MemoryMarshal.AsBytes(brain.AsSpan()))),
            TensorSource.Of("single", new TensorShape(2, 2), new float[] { 1, 2, 3, float.NegativeInfinity }),
            TensorSource.Of("counter", new TensorShape(), new long[] { long.MaxValue }),
            TensorSource.Of("empty", new TensorShape(0, 4), Array.Empty<float>()),
        ], new Dictionary<string, string> { ["note"] = "ü" });

        using var file = SafetensorsFile.Open(path);
        Assert.Equal([0.5f, -2f, 65504f], file.ReadSingle("half"));
        Assert.Equal([1f, -2f], file.ReadSingle("brain"));
        Assert.Equal([1f, 2f, 3f, float.NegativeInfinity], file.ReadSingle("single"));
        Assert.Equal([long.MaxValue], file.ReadInt64("counter"));
        Assert.Empty(file.ReadSingle("empty"));
        Assert.Equal(new TensorShape(2, 2), file.Find("single").Shape);
        Assert.Equal("ü", file.Metadata["note"]);
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Find_LegacyWeightNormName_IsFoundUnderTheNewOne()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.safetensors");
        SafetensorsWriter.Write(path, [TensorSource.Of("up.weight_g", new TensorShape(1), new float[] { 7 })]);
        using var file = SafetensorsFile.Open(path);
        Assert.Equal([7f], file.ReadSingle("up.parametrizations.weight.original0"));
    }

    [Theory]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 4, "truncated")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}", 8, "needs 12 bytes")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}", 8, "negative")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904,4],\"data_offsets\":[0,0]}}", 0, "not valid")]
    [InlineData("{\"a\":{\"dtype\":\"F33\",\"shape\":[2],\"data_offsets\":[0,8]}}", 8, "type F33")]
    [InlineData("{\"a\":{\"dtype\":\"0\",\"shape\":[2],\"data_offsets\":[0,8]}}", 8, "type 0")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", 8, "gap")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 8, "end at byte 4")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", 8, "twice")]
    [InlineData("{\"a\":3}", 0, "not valid")]
    [InlineData("{\"a\":{}}", 0, "not valid")]
    [InlineData("[]", 0, "not valid")]
    [InlineData("{", 0, "not valid")]
    public void Open_ContradictoryHeader_IsRefused(string header, int dataBytes, string reason)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("bad.safetensors");
        var json = Encoding.UTF8.GetBytes(header);
        var bytes = new byte[8 + json.Length + dataBytes];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, json.Length);
        json.CopyTo(bytes, 8);
        File.WriteAllBytes(path, bytes);
        var error = Assert.Throws<ModelFormatException>(() => SafetensorsFile.Open(path));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 255, 255, 255, 255, 255, 255, 255, 255, 1 })]
    [InlineData(new byte[] { 9, 0, 0, 0, 0, 0, 0, 0, 1 })]
    public void Open_NotASafetensorsFile_IsRefused(byte[] content)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("bad.safetensors");
        File.WriteAllBytes(path, content);
        Assert.Throws<ModelFormatException>(() => SafetensorsFile.Open(path));
    }

    [Fact]
    public void Write_SourceOfTheWrongLength_LeavesTheOldFile()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.safetensors");
        SafetensorsWriter.Write(path, [TensorSource.Of("x", new TensorShape(1), new float[] { 1 })]);
        Assert.Throws<InvalidOperationException>(() =>
            SafetensorsWriter.Write(path, [new TensorSource("x", new TensorShape(2), TensorType.F32, stream => stream.Write(new byte[4]))]));
        using var file = SafetensorsFile.Open(path);
        Assert.Equal([1f], file.ReadSingle("x"));
        Assert.Single(Directory.GetFiles(folder.Path));
    }
}
