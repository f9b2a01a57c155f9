using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Tests.Checkpoints;

/// <summary>Writes checkpoints the way <c>torch.save</c> does, one tensor in memory at a time.</summary>
internal static class PthWriter
{
    /// <summary>A state dict; with <paramref name="trainer"/> it lies under <c>model</c> beside a configuration object and a step.</summary>
    public static void Write(string path, IReadOnlyList<TensorSource> tensors, bool trainer = false)
    {
        var pickle = new PickleBuilder();
        if (trainer)
        {
            pickle.Raw("}(").Text("config").Global("TTS.tts.configs.xtts_config", "XttsConfig").Raw(")").Raw(0x81)
                .Raw("}").Text("temperature").Raw("G").Raw(0x3f, 0xe8, 0, 0, 0, 0, 0, 0).Raw("sb")
                .Text("step").Number(7).Text("model");
        }
        pickle.Global("collections", "OrderedDict").Raw(")R(");
        foreach (var (index, tensor) in tensors.Index())
            pickle.Text(tensor.Name).Tensor(tensor.Type, $"{index}", tensor.Shape.Count, 0, tensor.Shape.AsSpan(), Strides(tensor.Shape));
        pickle.Raw("u");
        if (trainer)
            pickle.Raw("u");
        WriteArchive(path, pickle.ToArray(), tensors);
    }

    /// <summary>Any pickle, with the tensors' elements as storages 0, 1, ….</summary>
    public static void WriteArchive(string path, byte[] pickle, params IReadOnlyList<TensorSource> storages)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        var zip = new StoredZipWriter(stream);
        zip.Add("archive/data.pkl", pickle);
        zip.Add("archive/byteorder", "little"u8.ToArray());
        foreach (var (index, tensor) in storages.Index())
            zip.Add($"archive/data/{index}", tensor.Shape.Count * tensor.Type.Bytes(), tensor.WriteTo);
        zip.Add("archive/version", "3\n"u8.ToArray());
        zip.Complete();
    }

    private static long[] Strides(TensorShape shape)
    {
        var strides = new long[shape.Rank];
        var stride = 1L;
        for (var axis = shape.Rank - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= shape[axis];
        }
        return strides;
    }
}
