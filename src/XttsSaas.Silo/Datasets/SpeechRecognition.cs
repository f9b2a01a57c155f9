using XttsSaas.Audio.Decoding;
using XttsSaas.Silo.Capacity;
using XttsSaas.Transcription;
using XttsSaas.Transcription.Models;
using XttsSaas.Transcription.Workers;

namespace XttsSaas.Silo.Datasets;

/// <summary>Loads the Whisper model that is installed in the model store when a step needs one.</summary>
internal sealed class SpeechRecognition(IModelStore models, AudioDecoder decoder)
{
    /// <summary>A transcriber over the best model that fits this machine, or null; then <paramref name="reason"/> says what to do.</summary>
    public WhisperTranscriber? Load(out string reason)
    {
        var free = MainMemory.Read().Free << 20;
        var dataFolder = Path.GetDirectoryName(models.Root) ?? models.Root;
        return WhisperModels.Find(dataFolder, free, out reason) is { } model
            ? new WhisperTranscriber(model, WorkerPlan.For(model.Bytes, Environment.ProcessorCount, free), decoder)
            : null;
    }
}
