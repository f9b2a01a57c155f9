namespace XttsSaas.Inference.Engine;

/// <summary>How the engine uses the machine.</summary>
/// <param name="IntraOpThreads">Threads of one operator; 0 lets ONNX Runtime choose (the physical cores).</param>
public sealed record EngineOptions(int IntraOpThreads = 0);
