namespace XttsSaas.Xtts.Parity;

/// <summary>How close an output must come: |a - b| &lt;= Absolute + Relative * |b|. Integers have 0 and 0.</summary>
public readonly record struct Tolerance(double Absolute, double Relative);
