namespace XttsSaas.Abstractions.Events;

/// <summary>Payload of a Changed event whose subject was deleted.</summary>
public sealed record RemovedSubject(string Id, bool Deleted = true);
