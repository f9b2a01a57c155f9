using XttsSaas.Xtts;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Inference.Engine;

/// <summary>A loaded graph. Running is thread-safe.</summary>
internal sealed class OnnxModel : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _runOptions = new();

    public OnnxModel(string path, EngineOptions options)
    {
        using var session = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        if (options.IntraOpThreads > 0)
            session.IntraOpNumThreads = options.IntraOpThreads;
        try
        {
            _session = new InferenceSession(path, session);
        }
        catch (OnnxRuntimeException error)
        {
            throw new ModelFormatException($"{path} cannot be loaded: {error.Message}", error);
        }
    }

    /// <summary>Names of the graph's outputs.</summary>
    public IReadOnlyCollection<string> Outputs => _session.OutputNames;

    /// <summary>Runs the graph; the caller disposes the results.</summary>
    public IDisposableReadOnlyCollection<OrtValue> Run(IReadOnlyCollection<string> inputNames, IReadOnlyCollection<OrtValue> inputs, IReadOnlyCollection<string> outputNames) =>
        _session.Run(_runOptions, inputNames, inputs, outputNames);

    /// <summary>Runs a graph of one output and returns that.</summary>
    public float[] Run(string output, params IReadOnlyList<(string Name, float[] Values, long[] Shape)> inputs) => Run([output], inputs)[0].Values;

    /// <summary>Runs a graph and copies the outputs asked for, in that order.</summary>
    public IReadOnlyList<(float[] Values, TensorShape Shape)> Run(IReadOnlyCollection<string> outputs, IReadOnlyList<(string Name, float[] Values, long[] Shape)> inputs)
    {
        var values = inputs.Select(input => OrtValue.CreateTensorValueFromMemory(input.Values, input.Shape)).ToList();
        try
        {
            using var results = Run([.. inputs.Select(input => input.Name)], values, outputs);
            return [.. results.Select(result => (result.GetTensorDataAsSpan<float>().ToArray(), new TensorShape(result.GetTensorTypeAndShape().Shape)))];
        }
        finally
        {
            values.ForEach(value => value.Dispose());
        }
    }

    public void Dispose()
    {
        _runOptions.Dispose();
        _session.Dispose();
    }
}
