using System.Diagnostics.CodeAnalysis;

namespace XttsSaas.Audio;

/// <summary>A value, or an <see cref="AudioError"/>: exactly one of the two.</summary>
public readonly record struct AudioResult<T>
{
    private AudioResult(T? value, AudioError? error) => (Value, Error) = (value, error);

    public T? Value { get; }

    public AudioError? Error { get; }

    [MemberNotNullWhen(true, nameof(Value)), MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Error is null;

    public static implicit operator AudioResult<T>(T value) => new(value, null);

    public static implicit operator AudioResult<T>(AudioError error) => new(default, error);
}
