using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Compat.Contracts.OnnxRuntime;

public sealed class InferenceSessionTests : IDisposable
{
    private readonly SessionOptions _options = new() { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
    private readonly InferenceSession _session;

    public InferenceSessionTests() => _session = new InferenceSession(TinyModel.Add(), _options);

    public void Dispose()
    {
        _session.Dispose();
        _options.Dispose();
    }

    [Fact]
    public void Metadata_OfModelFromBytes_NamesInputsAndOutputs()
    {
        Assert.Equal(["left", "right"], _session.InputMetadata.Keys.Order());
        Assert.Equal("sum", Assert.Single(_session.OutputMetadata.Keys));
        Assert.Equal(typeof(float), _session.InputMetadata["left"].ElementType);
        Assert.Equal([-1], _session.InputMetadata["left"].Dimensions);
    }

    [Fact]
    public void Run_WithOrtValues_ReturnsTheSum()
    {
        using var left = OrtValue.CreateTensorValueFromMemory([1f, 2f, 3f], [3]);
        using var right = OrtValue.CreateTensorValueFromMemory([10f, 20f, 30f], [3]);
        using var run = new RunOptions();

        using var outputs = _session.Run(run, ["left", "right"], [left, right], ["sum"]);

        Assert.Equal([11f, 22f, 33f], outputs[0].GetTensorDataAsSpan<float>().ToArray());
        Assert.Equal([3L], outputs[0].GetTensorTypeAndShape().Shape);
    }

    [Fact]
    public void Run_WithNamedTensors_ReturnsTheSum()
    {
        var left = NamedOnnxValue.CreateFromTensor("left", new DenseTensor<float>(new[] { 0.5f }, [1]));
        var right = NamedOnnxValue.CreateFromTensor("right", new DenseTensor<float>(new[] { 0.25f }, [1]));

        using var outputs = _session.Run([left, right]);

        Assert.Equal(0.75f, outputs[0].AsTensor<float>()[0]);
    }

    [Fact]
    public void Run_IntoPreallocatedOutput_WritesTheCallersMemory()
    {
        using var left = OrtValue.CreateTensorValueFromMemory([1f, 2f], [2]);
        using var right = OrtValue.CreateTensorValueFromMemory([3f, 4f], [2]);
        var memory = new float[2];
        using var sum = OrtValue.CreateTensorValueFromMemory(memory, [2]);
        using var run = new RunOptions();

        _session.Run(run, ["left", "right"], [left, right], ["sum"], [sum]);

        Assert.Equal([4f, 6f], memory);
    }

    [Fact]
    public void RunWithBinding_BoundTensors_ReadsAndWritesThem()
    {
        using var binding = _session.CreateIoBinding();
        using var left = OrtValue.CreateTensorValueFromMemory([1f], [1]);
        using var right = OrtValue.CreateTensorValueFromMemory([2f], [1]);
        var memory = new float[1];
        using var sum = OrtValue.CreateTensorValueFromMemory(memory, [1]);
        using var run = new RunOptions();
        binding.BindInput("left", left);
        binding.BindInput("right", right);
        binding.BindOutput("sum", sum);

        _session.RunWithBinding(run, binding);
        left.GetTensorMutableDataAsSpan<float>()[0] = 5f;
        _session.RunWithBinding(run, binding);

        Assert.Equal(7f, memory[0]);
    }

    [Fact]
    public void RunWithBoundResults_OutputOnDevice_ReturnsFreshValues()
    {
        using var binding = _session.CreateIoBinding();
        using var left = OrtValue.CreateTensorValueFromMemory([1f], [1]);
        using var right = OrtValue.CreateTensorValueFromMemory([2f], [1]);
        using var run = new RunOptions();
        binding.BindInput("left", left);
        binding.BindInput("right", right);
        binding.BindOutputToDevice("sum", OrtMemoryInfo.DefaultInstance);

        using var outputs = _session.RunWithBoundResults(run, binding);

        Assert.Equal(3f, outputs[0].GetTensorDataAsSpan<float>()[0]);
    }

    [Fact]
    public void Run_WrongRank_ThrowsWithTheInputsName()
    {
        using var left = OrtValue.CreateTensorValueFromMemory([1f, 2f], [1, 2]);
        using var right = OrtValue.CreateTensorValueFromMemory([1f], [1]);
        using var run = new RunOptions();

        var fault = Assert.Throws<OnnxRuntimeException>(
            () => _session.Run(run, ["left", "right"], [left, right], ["sum"]));

        Assert.Contains("left", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_BytesThatAreNoModel_Throws() =>
        Assert.Throws<OnnxRuntimeException>(() => new InferenceSession([1, 2, 3, 4]));

    [Fact]
    public void GetAvailableProviders_Always_ListsTheCpu() =>
        Assert.Contains("CPUExecutionProvider", OrtEnv.Instance().GetAvailableProviders());

    [Fact]
    public void CreateTensorValueFromMemory_Float16_KeepsTheBits()
    {
        using var value = OrtValue.CreateTensorValueFromMemory([(Float16)1.5f], [1]);

        Assert.Equal(1.5f, (float)value.GetTensorDataAsSpan<Float16>()[0]);
        Assert.Equal(TensorElementType.Float16, value.GetTensorTypeAndShape().ElementDataType);
    }
}
