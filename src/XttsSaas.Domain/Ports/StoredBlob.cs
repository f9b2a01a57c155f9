namespace XttsSaas.Domain.Ports;

/// <summary>A blob that is safely stored; SHA-256 in lower-case hex.</summary>
public sealed record StoredBlob(BlobId Id, long Bytes, string Sha256);
