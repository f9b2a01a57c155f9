using System.Text;

namespace Compat.Contracts.Whisper;

/// <summary>
/// A whole Whisper model in ggml's file format with one encoder and one decoder layer, made by formula, that
/// "recognises" the same words in any recording:
/// <code>
/// position   0 start   1 language   2 task   3 [0.00 s]   4 " hello"   5 " world"   6 [2.00 s]
/// next       German                [0.00 s]   " hello"    " world"     [2.00 s]     end of text
/// </code>
/// Token embeddings are random; the positional embedding at a position is the embedding of the token that should come
/// next, many times louder than anything else, so the output projection (the same embeddings) finds that token. All
/// the layers run, but their outputs are zero.
/// </summary>
internal static class TinyWhisper
{
    public const string Text = " hello world";
    private const int Vocabulary = 51_865;
    private const int AudioContext = 1500;
    private const int TextContext = 448;
    private const int State = 64;
    private const int Heads = 2;
    private const int Mels = 80;
    private const int Hello = 10;
    private const int World = 11;
    private const int Blank = 12; // whisper.cpp looks for a token that is one space
    private const int EndOfText = 50_257;
    private const int German = 50_259 + 2; // English, Chinese, German, …
    private const int FirstTimestamp = 50_364;
    private const float EmbeddingScale = 0.4f;
    private const float PositionLoudness = 30;

    public static void Write(string path)
    {
        using var file = new BinaryWriter(File.Create(path));
        file.Write(0x67676d6c); // "ggml"
        foreach (var value in new[] { Vocabulary, AudioContext, State, Heads, 1, TextContext, State, Heads, 1, Mels, 1 })
            file.Write(value); // the last one: weights are 16-bit floats
        file.Write(Mels);
        file.Write(201);
        for (var i = 0; i < Mels * 201; i++)
            file.Write(i % 201 == i / 201 ? 1f : 0f);
        WriteVocabulary(file);

        var embeddings = Embeddings(new Random(17));
        Half(file, "decoder.token_embedding.weight", [State, Vocabulary], embeddings);
        Single(file, "decoder.positional_embedding", [State, TextContext], Positions(embeddings));
        Single(file, "decoder.ln.weight", [State], Fill(State, 1));
        Single(file, "decoder.ln.bias", [State], Fill(State, 0));
        Layer(file, "decoder.blocks.0", crossAttention: true);
        Single(file, "encoder.positional_embedding", [State, AudioContext], Fill(State * AudioContext, 0.1f));
        Half(file, "encoder.conv1.weight", [3, Mels, State], Fill(3 * Mels * State, 0.01f));
        Single(file, "encoder.conv1.bias", [1, State], Fill(State, 0));
        Half(file, "encoder.conv2.weight", [3, State, State], Fill(3 * State * State, 0.01f));
        Single(file, "encoder.conv2.bias", [1, State], Fill(State, 0));
        Single(file, "encoder.ln_post.weight", [State], Fill(State, 1));
        Single(file, "encoder.ln_post.bias", [State], Fill(State, 0));
        Layer(file, "encoder.blocks.0", crossAttention: false);
    }

    private static void WriteVocabulary(BinaryWriter file)
    {
        string[] words = [.. Enumerable.Range(0, 256).Select(i => i switch { Hello => " hello", World => " world", Blank => " ", _ => ((char)('a' + (i % 26))).ToString() + i })];
        file.Write(words.Length);
        foreach (var word in words)
        {
            var bytes = Encoding.UTF8.GetBytes(word);
            file.Write(bytes.Length);
            file.Write(bytes);
        }
    }

    private static float[] Embeddings(Random random)
    {
        var values = new float[Vocabulary * State];
        for (var i = 0; i < values.Length; i++)
            values[i] = EmbeddingScale * (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        return values;
    }

    private static float[] Positions(float[] embeddings)
    {
        int[] next = [German, German, FirstTimestamp, Hello, World, FirstTimestamp + 100, EndOfText];
        var positions = new float[TextContext * State];
        for (var position = 0; position < TextContext; position++)
        {
            var token = position < next.Length ? next[position] : EndOfText;
            for (var i = 0; i < State; i++)
                positions[(position * State) + i] = PositionLoudness * embeddings[(token * State) + i];
        }

        return positions;
    }

    private static void Layer(BinaryWriter file, string name, bool crossAttention)
    {
        Attention(file, name + ".attn");
        if (crossAttention)
            Attention(file, name + ".cross_attn");
        Norm(file, name + ".mlp_ln");
        Half(file, name + ".mlp.0.weight", [State, 4 * State], Fill(4 * State * State, 0.01f));
        Single(file, name + ".mlp.0.bias", [4 * State], Fill(4 * State, 0));
        Half(file, name + ".mlp.2.weight", [4 * State, State], Fill(4 * State * State, 0));
        Single(file, name + ".mlp.2.bias", [State], Fill(State, 0));
    }

    private static void Attention(BinaryWriter file, string name)
    {
        Norm(file, name + "_ln");
        foreach (var part in new[] { "query", "key", "value", "out" })
        {
            Half(file, $"{name}.{part}.weight", [State, State], Fill(State * State, part == "out" ? 0 : 0.01f));
            if (part != "key")
                Single(file, $"{name}.{part}.bias", [State], Fill(State, 0));
        }
    }

    private static void Norm(BinaryWriter file, string name)
    {
        Single(file, name + ".weight", [State], Fill(State, 1));
        Single(file, name + ".bias", [State], Fill(State, 0));
    }

    private static float[] Fill(int count, float value)
    {
        var values = new float[count];
        Array.Fill(values, value);
        return values;
    }

    private static void Single(BinaryWriter file, string name, int[] shape, float[] values)
    {
        Head(file, name, shape, type: 0);
        foreach (var value in values)
            file.Write(value);
    }

    private static void Half(BinaryWriter file, string name, int[] shape, float[] values)
    {
        Head(file, name, shape, type: 1);
        foreach (var value in values)
            file.Write((Half)value);
    }

    private static void Head(BinaryWriter file, string name, int[] shape, int type)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        file.Write(shape.Length);
        file.Write(bytes.Length);
        file.Write(type);
        foreach (var extent in shape)
            file.Write(extent);
        file.Write(bytes);
    }
}
