using System.Text.Json;
using XttsSaas.Xtts.Parity;

namespace XttsSaas.Xtts.Tests.Parity;

public sealed class ParityNotesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xtts-notes-");

    [Fact]
    public void Notes_OfSpeech_GiveTextLanguageLengthsAndStreams()
    {
        var notes = Notes("reference wav = other_16k.wav (16-bit); text='one, two.' lang=pt-br; cond len 9 chunk 3, max_ref 12; greedy with repetition penalty 7.5 -> 'wav'; "
            + "speed 0.8 -> wav_speed; stream_*: inference_stream(stream_chunk_size=11, overlap 256, top_k=1) chunks; streamB: chunk 5, overlap 128, with the speed. at most 24 codes");

        Assert.Equal("one, two.", notes.Text);
        Assert.Equal("pt-br", notes.Language);
        Assert.Equal("other_16k.wav", notes.Recording);
        Assert.Equal((9, 3), notes.Conditioning);
        Assert.Equal(12, notes.MaxReferenceSeconds);
        Assert.Equal(7.5, notes.RepetitionPenalty);
        Assert.Equal(0.8, notes.Speed);
        Assert.Equal(24, notes.MaxCodes);
        Assert.Equal((11, 256, false), notes.Stream("stream"));
        Assert.Equal((5, 128, true), notes.Stream("streamB"));
    }

    [Theory]
    [InlineData("text='it's late.' lang=en", "it's late.")]
    [InlineData("text=\"it's late.\"; cond len 6 chunk 6", "it's late.")]
    [InlineData("text='so, at last.'; reference ref.wav", "so, at last.")]
    public void Notes_TextWithMarks_IsWhole(string words, string text) => Assert.Equal(text, Notes(words).Text);

    [Theory]
    [InlineData("3 AdamW steps, lr=0.001, betas 0.9/0.96, weight decay 0.01 on weights, grad clip 0.5", 0.001, 0.01, 0.5)]
    [InlineData("lr=5e-06, betas 0.9/0.96, weight decay 0.2, grad clip none", 5e-6, 0.2, null)]
    public void Notes_OfTraining_GiveTheOptimisersSettings(string words, double rate, double decay, double? clip)
    {
        var notes = Notes(words);

        Assert.Equal(rate, notes.LearningRate);
        Assert.Equal(decay, notes.WeightDecay);
        Assert.Equal(clip, notes.GradientClip);
    }

    [Fact]
    public void Notes_ThatReferToAnotherCase_InheritWhatTheyDoNotSay()
    {
        var notes = Notes("as base_case but: text='another.'", ("base_case", "text='first.' lang=de; cond len 6 chunk 2"));

        Assert.Equal("another.", notes.Text);
        Assert.Equal("de", notes.Language);
        Assert.Equal((6, 2), notes.Conditioning);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private ParityNotes Notes(string words, params (string Name, string Notes)[] others)
    {
        var cases = others.Append(("it", words)).Select(entry => new { name = entry.Item1, kind = "e2e", file = "none", notes = entry.Item2 });
        File.WriteAllText(Path.Combine(_folder.FullName, "manifest.json"), JsonSerializer.Serialize(new { format = 1, salt = "s", cases }));
        var pack = ParityPack.Load(_folder.FullName);
        using var test = pack.Open(pack.Entries[^1]);
        return test.Notes;
    }
}
