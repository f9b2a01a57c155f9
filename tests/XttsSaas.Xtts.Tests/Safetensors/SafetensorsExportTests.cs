using XttsSaas.Xtts.Files;
using XttsSaas.Xtts.Safetensors;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Tests.Safetensors;

public sealed class SafetensorsExportTests
{
    /// <summary>export(load(x)) = x, byte for byte, for files of random names, types, shapes and values.</summary>
    [Fact]
    public void Write_OfAnOpenedFile_GivesTheSameBytes()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            using var first = new MemoryStream();
            SafetensorsWriter.Write(first, [.. Enumerable.Range(0, random.Next(12)).Select(index => RandomTensor(random, index))], RandomNotes(random));
            using var file = SafetensorsFile.Open("x", new MemoryBytes(first.ToArray()));
            using var second = new MemoryStream();
            SafetensorsWriter.Write(second, [.. file.Tensors.Values.OrderBy(entry => entry.Offset).ThenBy(entry => entry.Length).Select(entry => file.Source(entry.Name))], file.Metadata);
            Assert.True(first.ToArray().AsSpan().SequenceEqual(second.ToArray()), $"seed {seed}");
        }
    }

    private static TensorSource RandomTensor(Random random, int index)
    {
        var types = Enum.GetValues<TensorType>();
        var type = types[random.Next(types.Length)];
        var shape = new TensorShape([.. Enumerable.Range(0, random.Next(4)).Select(_ => (long)random.Next(random.Next(10) == 0 ? 0 : 1, 9))]);
        var bytes = new byte[shape.Count * type.Bytes()];
        random.NextBytes(bytes);
        string[] stems = ["gpt.h", "ü漢😀", "a\"b\\c", "", "名.weight_g", " "];
        return new TensorSource($"{stems[random.Next(stems.Length)]}.{index}", shape, type, stream => stream.Write(bytes));
    }

    private static Dictionary<string, string> RandomNotes(Random random) =>
        Enumerable.Range(0, random.Next(3)).ToDictionary(index => $"note {index}", index => $"\n{random.Next()} é");
}
