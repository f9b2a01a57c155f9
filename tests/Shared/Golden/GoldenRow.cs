using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Tests.Golden;

/// <summary>One tensor of a state-dict table; no scale means that the formula does not apply.</summary>
internal sealed record GoldenRow(string Name, TensorShape Shape, TensorType Type, TensorKind Kind, double Offset, double? Scale);
