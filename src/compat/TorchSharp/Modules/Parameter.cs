using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A tensor that modules list among their parameters.</summary>
        public class Parameter : Tensor
        {
            /// <param name="data">A tensor, which becomes empty: the parameter takes its place, also in its dispose scope.</param>
            /// <param name="requires_grad">Whether training changes it.</param>
            public Parameter(Tensor data, bool requires_grad = true)
                : base(data.with_requires_grad(requires_grad).MoveHandle(), register: false) => DisposeScope.ReplaceWith(data, this);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }
}
