using TorchSharp;
using static TorchSharp.torch;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class TensorBasicsTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Zeros_Shape_HasShapeTypeAndDevice()
    {
        var x = zeros(2, 3);

        Assert.Equal([2L, 3L], x.shape);
        Assert.Equal(6, x.NumberOfElements);
        Assert.Equal(6, x.numel());
        Assert.Equal(2, x.dim());
        Assert.Equal(ScalarType.Float32, x.dtype);
        Assert.Equal(DeviceType.CPU, x.device.type);
        Assert.Equal(4, x.ElementSize);
        Assert.Equal(3, x.size(-1));
        Assert.Equal([3L, 1L], x.stride());
    }

    [Fact]
    public void Create_EachFactory_GivesItsValues()
    {
        ones(2).ShouldBe([1, 1]);
        full(2, 7.5).ShouldBe([7.5f, 7.5f]);
        full([2L], 3, ScalarType.Int64).ShouldBe([3, 3]);
        arange(4).ShouldBe([0, 1, 2, 3]);
        arange(1, 2, 0.5).ShouldBe([1, 1.5f]);
        linspace(0, 1, 3).ShouldBe([0, 0.5f, 1]);
        eye(2).ShouldBe([1, 0, 0, 1]);
        zeros_like(ones(2)).ShouldBe([0, 0]);
        ones_like(zeros(2)).ShouldBe([1, 1]);
        full_like(zeros(2), 4).ShouldBe([4, 4]);
    }

    [Fact]
    public void Arange_WholeNumbers_IsInt64() => Assert.Equal(ScalarType.Int64, arange(3).dtype);

    [Fact]
    public void Tensor_FromArrays_KeepsShapeAndType()
    {
        var matrix = tensor(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Assert.Equal([2L, 3L], matrix.shape);
        matrix.ShouldBe([1, 2, 3, 4, 5, 6]);

        Assert.Equal(ScalarType.Int64, tensor(new long[] { 1 }).dtype);
        Assert.Equal(ScalarType.Int32, tensor(new[] { 1 }).dtype);
        Assert.Equal(ScalarType.Float64, tensor(new[] { 1.0 }).dtype);
        Assert.Equal(ScalarType.Bool, tensor(new[] { true }).dtype);
        Assert.Equal([2L, 2L], tensor(new float[] { 1, 2, 3, 4 }, [2, 2]).shape);
        Assert.Equal([3L, 1L], tensor(new List<long> { 1, 2, 3 }, 3, 1).shape);
        Assert.Empty(tensor(2.5f).shape);
        Assert.Equal([1L, 2L, 1L], from_array(new double[1, 2, 1]).shape);
    }

    [Fact]
    public void Item_AndCasts_ReadOneElement()
    {
        Assert.Equal(2.5f, tensor(2.5f).item<float>());
        Assert.Equal(7L, tensor(new long[] { 7 }).item<long>());
        Assert.Equal(2.5, (double)tensor(2.5f));
        Assert.Equal(2.5f, tensor(2.5).ToSingle());
        Assert.Equal(3, tensor(3L).ToInt32());
        Assert.True(tensor(true).ToBoolean());
        Assert.Throws<ArgumentException>(() => zeros(2).item<float>());
    }

    [Fact]
    public void Data_StridedTensor_ReadsInLogicalOrder()
    {
        var x = arange(6, ScalarType.Float32).reshape(2, 3).t();

        Assert.Equal([0f, 3f, 1f, 4f, 2f, 5f], x.data<float>().ToArray());
        Assert.Equal(4f, x.data<float>()[1, 1]);
    }

    [Fact]
    public void Data_Write_ChangesTheTensor()
    {
        var x = zeros(3);

        x.data<float>()[1] = 5;
        x.data<float>().CopyFrom([1f], tensorIndex: 2);

        x.ShouldBe([0, 5, 1]);
    }

    [Fact]
    public void Bytes_WriteAndRead_IsTheMemory()
    {
        var x = zeros(2);
        BitConverter.GetBytes(1.5f).CopyTo(x.bytes[4..]);

        x.ShouldBe([0, 1.5f]);
        Assert.Equal(8, x.bytes.Length);
    }

    [Fact]
    public void Alias_DisposedOriginal_KeepsTheMemory()
    {
        var x = ones(2);
        var y = x.alias();
        x.add_(1);
        x.Dispose();

        y.ShouldBe([2, 2]);
        Assert.True(x.IsInvalid);
        Assert.ThrowsAny<InvalidOperationException>(() => x.shape);
    }

    [Fact]
    public void Clone_Changed_LeavesTheOriginal()
    {
        var x = ones(2);
        x.clone().add_(1);

        x.ShouldBe([1, 1]);
    }

    [Fact]
    public void Device_Description_RoundTrips()
    {
        Assert.Equal(DeviceType.CUDA, new Device("cuda:1").type);
        Assert.Equal(1, new Device("cuda:1").index);
        Assert.Equal("cpu", device("cpu").ToString());
        Assert.Equal(DeviceType.CPU, zeros(1, device: device("cpu")).device_type);
    }

    [Fact]
    public void SaveLoad_Tensor_RoundTrips()
    {
        using var stream = new MemoryStream();
        var saved = randn(3, 5);
        using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true)) saved.Save(writer);
        stream.Position = 0;
        var loaded = zeros(3, 5);
        loaded.Load(new BinaryReader(stream));

        Assert.Equal(saved.Floats(), loaded.Floats());
    }
}
