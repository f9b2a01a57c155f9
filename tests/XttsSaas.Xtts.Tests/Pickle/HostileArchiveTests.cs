using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using XttsSaas.Tests.Checkpoints;
using XttsSaas.Xtts.Tensors;

namespace XttsSaas.Xtts.Tests.Pickle;

/// <summary>Zip archives that are damaged or lie, and files that are something else.</summary>
public sealed class HostileArchiveTests : IDisposable
{
    private static readonly TensorSource Four = TensorSource.Of("x", new TensorShape(4), new float[] { 1, 2, 3, 4 });
    private readonly TemporaryFolder _folder = new();

    private string Target => _folder.File("x.pth");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_EveryTruncation_IsRefused()
    {
        PthWriter.Write(Target, [Four]);
        var whole = File.ReadAllBytes(Target);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(Target, whole[..length]);
            Assert.Throws<ModelFormatException>(() => TensorFile.Open(Target));
        }
    }

    [Fact]
    public void Open_SmallDeflatedEntries_AreRead()
    {
        PthWriter.Write(_folder.File("stored.pth"), [Four]);
        using (var source = ZipFile.OpenRead(_folder.File("stored.pth")))
        using (var target = ZipFile.Open(Target, ZipArchiveMode.Create))
        {
            foreach (var entry in source.Entries)
            {
                using var from = entry.Open();
                using var to = target.CreateEntry(entry.FullName, CompressionLevel.SmallestSize).Open();
                from.CopyTo(to);
            }
        }
        using var file = TensorFile.Open(Target);
        Assert.Equal([1f, 2, 3, 4], file.ReadSingle(file.Contents.Single()));
    }

    [Fact]
    public void Open_ZipBomb_IsRefusedWithoutUnpacking()
    {
        WriteDeflated("archive/data.pkl", 12 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused("zip bomb");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void Open_DeflatedPickleBeyondTheLimit_IsRefused()
    {
        WriteDeflated("archive/data.pkl", 20 << 20);
        AssertRefused("at most 16777216 are read");
    }

    [Fact]
    public void Open_DeflatedEntryOfAnotherLength_IsRefused()
    {
        WriteDeflated("archive/data.pkl", 1000);
        // The declared length stands in the directory, 24 bytes behind its signature.
        Patch(0x02014b50, 24, 1001);
        AssertRefused("declares 1001 bytes");
        Patch(0x02014b50, 24, 999);
        AssertRefused("declares 999 bytes");
    }

    [Fact]
    public void Open_OverlappingEntries_AreRefused()
    {
        PthWriter.Write(Target, [Four, Four with { Name = "y" }]);
        var bytes = File.ReadAllBytes(Target);
        var directory = new List<int>();
        for (var at = 0; at + 4 < bytes.Length; at++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)) == 0x02014b50)
                directory.Add(at);
        }
        // Entries 2 and 3 are the storages: the first grows over the second, in both places that give its length.
        var extra = directory[2] + 46 + "archive/data/0".Length + 4;
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(extra), 40);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(extra + 8), 40);
        File.WriteAllBytes(Target, bytes);
        AssertRefused("overlaps");
    }

    [Fact]
    public void Open_OneNameTwice_IsRefused()
    {
        WriteStored(zip =>
        {
            zip.Add("archive/data.pkl", new PickleBuilder().Raw("N").ToArray());
            zip.Add("archive/data.pkl", new PickleBuilder().Raw("N").ToArray());
        });
        AssertRefused("twice");
    }

    [Fact]
    public void Open_EncryptedOrUnknownMethod_IsRefused()
    {
        PthWriter.Write(Target, [Four]);
        var whole = File.ReadAllBytes(Target);
        Patch(0x02014b50, 8, 1);
        AssertRefused("encrypted");
        File.WriteAllBytes(Target, whole);
        Patch(0x02014b50, 10, 14);
        AssertRefused("method 14");
    }

    [Fact]
    public void Open_StorageMissingOrOfAnotherSize_IsRefused()
    {
        var pickle = new PickleBuilder().Raw("}").Text("x").Tensor(TensorType.F32, "0", 4, 0, [4], [1]).Raw("s").ToArray();
        PthWriter.WriteArchive(Target, pickle);
        AssertRefused("archive/data/0) is missing");
        PthWriter.WriteArchive(Target, pickle, TensorSource.Of("x", new TensorShape(3), new float[3]));
        AssertRefused("has 12 bytes");
    }

    [Fact]
    public void Open_ArchivesOfAnotherKind_AreRefused()
    {
        WriteStored(zip => zip.Add("readme.txt", [1]));
        AssertRefused("0 data.pkl");
        WriteStored(zip =>
        {
            zip.Add("m/data.pkl", new PickleBuilder().Raw("N").ToArray());
            zip.Add("m/constants.pkl", []);
        });
        AssertRefused("TorchScript");
        WriteStored(zip =>
        {
            zip.Add("m/data.pkl", new PickleBuilder().Raw("N").ToArray());
            zip.Add("m/byteorder", "big"u8.ToArray());
        });
        AssertRefused("big-endian");
        WriteStored(zip => zip.Add("m/data.pkl", new PickleBuilder().Raw("}").Text("lr").Number(1).Raw("s").ToArray()));
        AssertRefused("holds no tensors: it is a dictionary with the keys lr");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\u001f\u008b\u0008", "gzip")]
    [InlineData("\u0080\u0002}q", "bare pickle")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:0", "Git LFS pointer")]
    [InlineData("<!DOCTYPE html><html>", "web page")]
    [InlineData("hello", "neither")]
    public void Open_SomethingElse_IsNamed(string content, string reason)
    {
        File.WriteAllBytes(Target, Encoding.Latin1.GetBytes(content));
        AssertRefused(reason);
    }

    [Fact]
    public void Open_Tar_IsNamed()
    {
        var tar = new byte[1024];
        "ustar"u8.CopyTo(tar.AsSpan(257));
        File.WriteAllBytes(Target, tar);
        AssertRefused("tar archive");
    }

    private void WriteDeflated(string name, int length)
    {
        using var zip = ZipFile.Open(Target, ZipArchiveMode.Create);
        using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
        entry.Write(new byte[length]);
    }

    private void WriteStored(Action<StoredZipWriter> add)
    {
        using var stream = File.Create(Target);
        var zip = new StoredZipWriter(stream);
        add(zip);
        zip.Complete();
    }

    /// <summary>Overwrites the 16-bit number behind every occurrence of a signature.</summary>
    private void Patch(uint signature, int offset, ushort value)
    {
        var bytes = File.ReadAllBytes(Target);
        for (var at = 0; at + 4 < bytes.Length; at++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at)) == signature)
                BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + offset), value);
        }
        File.WriteAllBytes(Target, bytes);
    }

    private void AssertRefused(string reason)
    {
        var error = Assert.Throws<ModelFormatException>(() => TensorFile.Open(Target));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
