using System.Diagnostics.CodeAnalysis;
using TorchSharp.Interop;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        public sealed class Embedding : nn.Module<Tensor, Tensor>
        {
            [ComponentName(Name = nameof(weight))]
            private Parameter _weight;

            private readonly long? _paddingIndex;
            private readonly bool _scaleByFrequency;
            private readonly bool _sparse;

            internal Embedding(Parameter weight, long? paddingIndex, bool scaleByFrequency, bool sparse) : base(nameof(Embedding))
            {
                _weight = weight;
                register_parameter(nameof(weight), weight);
                _paddingIndex = paddingIndex;
                _scaleByFrequency = scaleByFrequency;
                _sparse = sparse;
            }

            [DisallowNull]
            public Parameter? weight
            {
                get => _weight;
                set
                {
                    if (ReferenceEquals(_weight, value)) return;
                    _weight.Dispose();
                    _weight = (Parameter)value.DetachFromDisposeScope();
                    ConditionallyRegisterParameter(nameof(weight), _weight);
                }
            }

            /// <summary>Class numbers of any shape to their rows of the table: [...] to [..., width].</summary>
            public override Tensor forward(Tensor input) =>
                Op.Call("aten::embedding", _weight, input, _paddingIndex ?? -1, _scaleByFrequency, _sparse);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Embedding Embedding(
                long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                if (max_norm is not null) throw new NotSupportedException("Embedding with max_norm is not available.");
                var padding = padding_idx < 0 ? padding_idx + num_embeddings : padding_idx;
                var table = randn([num_embeddings, embedding_dims], dtype, device);
                if (padding is { } row)
                {
                    using var zeroed = table.select(0, row).DetachFromDisposeScope();
                    zeroed.zero_();
                }
                return new(Parameter(table), padding, scale_grad_by_freq, sparse);
            }

            public static Embedding Embedding_from_pretrained(
                Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2.0,
                bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                if (max_norm is not null) throw new NotSupportedException("Embedding with max_norm is not available.");
                var table = embeddings.detach().to(dtype ?? embeddings.dtype, device ?? embeddings.device, copy: true, disposeAfter: true);
                return new(Parameter(table, !freeze), padding_idx, scale_grad_by_freq, sparse);
            }
        }
    }
}
