using System.Diagnostics.CodeAnalysis;

namespace XttsSaas.Abstractions.Results;

/// <summary>A value, or an <see cref="Error"/>: exactly one of the two.</summary>
[GenerateSerializer, Immutable, Alias("Result`1")]
public readonly record struct Result<T>
{
    private Result(T? value, Error? error) => (Value, Error) = (value, error);

    [Id(0)]
    public T? Value { get; init; }

    [Id(1)]
    public Error? Error { get; init; }

    [MemberNotNullWhen(true, nameof(Value)), MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);
}
