using Microsoft.Extensions.Options;
using XttsSaas.Abstractions.Voices;
using XttsSaas.Audio.Wav;
using XttsSaas.Inference.Engine;

namespace XttsSaas.Silo.Inference;

/// <summary>Conditioning latents of voices, computed from the reference clips once per model and set of clips.</summary>
internal sealed class VoiceLatents(IBlobStore blobs, IOptions<InferenceOptions> options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<(string Key, ConditioningLatents Latents)>> _known = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Key, ConditioningLatents Latents)> _byUse = new();

    public async Task<ConditioningLatents> GetAsync(XttsEngine engine, SpeakableVoice voice, CancellationToken cancellationToken)
    {
        var key = $"{voice.Tenant}/{voice.Voice}/{voice.BaseModel}/{voice.CheckpointSha256}/{string.Join('+', voice.References)}";
        if (Find(key) is { } known)
            return known;
        var clips = new List<float[]>(voice.References.Count);
        foreach (var reference in voice.References)
            clips.Add(await ReadAsync(voice.Tenant, reference, cancellationToken));
        var latents = engine.ComputeConditioning(clips);
        Keep(key, latents);
        return latents;
    }

    private async Task<float[]> ReadAsync(TenantId tenant, BlobId reference, CancellationToken cancellationToken)
    {
        using var file = await blobs.OpenLocalAsync(tenant, reference, cancellationToken)
            ?? throw new InvalidDataException("A reference clip of the voice is missing; add it again.");
        var audio = WavReader.Read(file.Path);
        return audio.Succeeded ? audio.Value.ToFloats() : throw new InvalidDataException(audio.Error.Message);
    }

    private ConditioningLatents? Find(string key)
    {
        lock (_gate)
        {
            if (!_known.TryGetValue(key, out var node))
                return null;
            _byUse.Remove(node);
            _byUse.AddLast(node);
            return node.Value.Latents;
        }
    }

    private void Keep(string key, ConditioningLatents latents)
    {
        lock (_gate)
        {
            if (_known.ContainsKey(key))
                return;
            _known.Add(key, _byUse.AddLast((key, latents)));
            if (_known.Count > options.Value.CachedVoices)
            {
                _known.Remove(_byUse.First!.Value.Key);
                _byUse.RemoveFirst();
            }
        }
    }
}
