namespace XttsSaas.Xtts.Pickle;

/// <summary>What a name in a pickle stands for here.</summary>
internal enum PickleCallable
{
    /// <summary>A class of values that are skipped.</summary>
    Opaque,

    /// <summary><c>torch._utils._rebuild_tensor_v2(storage, offset, size, stride, …)</c> and its older form.</summary>
    Tensor,

    /// <summary><c>torch._utils._rebuild_parameter(tensor, …)</c>.</summary>
    Parameter,

    /// <summary><c>torch._tensor._rebuild_from_type_v2(function, type, arguments, state)</c>.</summary>
    TypedTensor,

    /// <summary>A storage class; only persistent ids mention it.</summary>
    Storage,

    /// <summary><c>torch.Size(tuple)</c>.</summary>
    Size,

    /// <summary><c>collections.OrderedDict</c> and <c>defaultdict</c>.</summary>
    Dict,
}
