using System.Numerics;

namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>Words that stand for a number, on the way to a longer number.</summary>
internal readonly record struct NumberPart(string Text, BigInteger Value);
