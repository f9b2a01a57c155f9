using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace XttsSaas.Compat.Contracts.TorchSharp;

[Collection(TorchCollection.Name)]
public sealed class ConvolutionTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(2, 1, 1)]
    [InlineData(1, 2, 2)]
    public void Conv1d_EveryStridePaddingDilation_MatchesTheSum(int stride, int padding, int dilation)
    {
        float[] input = [1, -2, 3, 0.5f, 4, -1, 2], kernel = [0.5f, -1, 2];
        var expected = new List<float>();
        for (var start = -padding; start + dilation * 2 < input.Length + padding; start += stride)
        {
            var sum = 0.25f;
            for (var k = 0; k < 3; k++)
            {
                var at = start + k * dilation;
                if (at >= 0 && at < input.Length) sum += input[at] * kernel[k];
            }
            expected.Add(sum);
        }

        F.conv1d(tensor(input, [1, 1, 7]), tensor(kernel, [1, 1, 3]), tensor(new[] { 0.25f }), stride, padding, dilation).ShouldBe([.. expected]);
    }

    [Fact]
    public void Conv2d_StridesAndPadding_TakeBothAxes()
    {
        var picture = arange(12, ScalarType.Float32).reshape(1, 1, 3, 4);

        // A kernel that looks one down and one to the right, on every second place of a framed picture.
        var kernel = tensor(new float[] { 0, 0, 0, 0, 0, 0, 0, 0, 1 }, [1, 1, 3, 3]);
        F.conv2d(picture, kernel, strides: [2, 2], padding: [1, 1]).ShouldBe([5, 7, 0, 0]);
        F.conv2d(picture, ones(1, 1, 1, 1), strides: [2, 2]).ShouldBe([0, 2, 8, 10]);
    }

    [Fact]
    public void ConvTranspose1d_Stride_SpreadsEachSample()
    {
        float[] input = [1, 2, -1], kernel = [1, 10, 100, 1000];
        var expected = new float[8];
        for (var i = 0; i < 3; i++)
        {
            for (var k = 0; k < 4; k++) expected[i * 2 + k] += input[i] * kernel[k];
        }

        F.conv_transpose1d(tensor(input, [1, 1, 3]), tensor(kernel, [1, 1, 4]), stride: 2).ShouldBe(expected);
        F.conv_transpose1d(tensor(input, [1, 1, 3]), tensor(kernel, [1, 1, 4]), stride: 2, padding: 1).ShouldBe(expected[1..^1]);
    }

    [Fact]
    public void Modules_OutputShapes_FollowTheFormula()
    {
        using var conv = nn.Conv1d(2, 6, 3, stride: 2, padding: 1, groups: 2);
        using var up = nn.ConvTranspose1d(6, 3, 16, stride: 8, padding: 4);
        using var image = nn.Conv2d(1, 4, 3, stride: 2, padding: 1);
        using var same = nn.Conv1d(2, 2, 4, Padding.Same);

        Assert.Equal([6L, 1L, 3L], conv.weight.shape);
        Assert.Equal([1L, 6L, 5L], conv.call(zeros(1, 2, 10)).shape);
        Assert.Equal([6L, 3L, 16L], up.weight.shape);
        Assert.Equal([1L, 3L, 80L], up.call(zeros(1, 6, 10)).shape);
        Assert.Equal([1L, 4L, 4L, 5L], image.call(zeros(1, 1, 8, 10)).shape);
        Assert.Equal([1L, 2L, 10L], same.call(zeros(1, 2, 10)).shape);
    }

    [Fact]
    public void Conv1d_ReflectPadding_MirrorsTheEdges()
    {
        using var conv = nn.Conv1d(1, 1, 3, padding: 1, padding_mode: PaddingModes.Reflect, bias: false);
        using (no_grad()) conv.weight.fill_(1);

        conv.call(tensor(new float[] { 1, 2, 3 }, [1, 1, 3])).ShouldBe([5, 6, 7]);
    }
}
