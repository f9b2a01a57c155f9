namespace XttsSaas.Abstractions.Results;

/// <summary>Success without a value, or an <see cref="Error"/>.</summary>
[GenerateSerializer, Immutable, Alias("Result")]
public readonly record struct Result(Error? Error)
{
    public static Result Success => default;

    public bool Succeeded => Error is null;

    public static implicit operator Result(Error error) => new(error);
}
