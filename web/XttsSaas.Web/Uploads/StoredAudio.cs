using XttsSaas.Audio.Probing;
using XttsSaas.Domain.Ports;

namespace XttsSaas.Web.Uploads;

/// <summary>A recording that is stored and was found to be what it claims.</summary>
public sealed record StoredAudio(StoredBlob Blob, string FileName, AudioFormat Format);
