using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace XttsSaas.Compat.Contracts.TorchSharp;

/// <summary>Backward passes against central differences in double precision.</summary>
[Collection(TorchCollection.Name)]
public sealed class GradientCheckTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    public static TheoryData<string> Functions => [.. Cases.Keys];

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Cases = new()
    {
        ["gelu tanh"] = x => F.gelu(x, global::TorchSharp.Modules.GELU.Approximate.tanh),
        ["softmax"] = x => x.softmax(-1),
        ["log softmax"] = x => x.log_softmax(-1),
        ["layer norm"] = x => F.layer_norm(x, [4]),
        ["group norm"] = x => F.group_norm(x.reshape(1, 4, 3), 2),
        ["attention"] = x => F.scaled_dot_product_attention(x.reshape(1, 3, 4), x.reshape(1, 3, 4) * 2, x.reshape(1, 3, 4), is_casual: true),
        ["conv1d"] = x => F.conv1d(x.reshape(1, 3, 4), x.reshape(2, 3, 2)),
        ["conv transpose"] = x => F.conv_transpose1d(x.reshape(1, 3, 4), x.reshape(3, 2, 2), stride: 2),
        ["conv transpose padded"] = x => F.conv_transpose1d(x.reshape(1, 3, 4), x.reshape(3, 1, 4), stride: 2, padding: 1),
        ["conv2d"] = x => F.conv2d(x.reshape(1, 1, 3, 4), x.reshape(3, 1, 2, 2), strides: [2, 1], padding: [1, 1]),
        ["batch norm"] = x => F.batch_norm(x.reshape(2, 3, 2), null, null, training: true),
        ["weight norm"] = x => x / x.pow(2).sum([1L], keepdim: true).sqrt(),
        ["repeat interleave"] = x => x.repeat_interleave(2, 1),
        ["leaky relu"] = x => F.leaky_relu(x, 0.1),
        ["cross entropy"] = x => F.cross_entropy(x, tensor(new long[] { 1, -100, 3 })),
        ["interpolate"] = x => F.interpolate(x.reshape(1, 3, 4), scale_factor: [1.7], mode: InterpolationMode.Linear, align_corners: false),
        ["index"] = x => x[tensor(new long[] { 2, 0, 2 })].pow(2),
        ["einsum"] = x => einsum("ij,kj->ik", x, x),
        ["normalize"] = x => F.normalize(x),
        ["cumulative"] = x => x.cumsum(1).tanh(),
        ["stft"] = x => stft(x.reshape(1, 12), 8, 4, window: hann_window(8, dtype: ScalarType.Float64), return_complex: true).abs().pow(2),
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void Backward_Function_MatchesCentralDifferences(string name)
    {
        manual_seed(7);
        var function = Cases[name];
        var weights = randn(function(randn([3L, 4L], ScalarType.Float64)).shape, ScalarType.Float64);
        var x = randn([3L, 4L], ScalarType.Float64, requires_grad: true);
        double Value(Tensor at) => (function(at) * weights).sum().item<double>();

        (function(x) * weights).sum().backward();

        var gradient = x.grad!.data<double>().ToArray();
        const double Step = 1e-6;
        for (var i = 0; i < 12; i++)
        {
            using var frozen = no_grad();
            var (up, down) = (x.detach().clone(), x.detach().clone());
            up.view(-1)[i] = up.view(-1)[i] + Step;
            down.view(-1)[i] = down.view(-1)[i] - Step;
            Assert.Equal((Value(up) - Value(down)) / (2 * Step), gradient[i], 1e-5);
        }
    }
}
