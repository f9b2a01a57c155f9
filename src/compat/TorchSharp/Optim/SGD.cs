using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Stochastic gradient descent with momentum.</summary>
            public static Modules.SGD SGD(
                IEnumerable<Modules.Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0,
                double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }

    namespace Modules
    {
        public class SGD : OptimizerHelper
        {
            public SGD(
                IEnumerable<Parameter> parameters, double lr, double momentum = 0.0, double dampening = 0, double weight_decay = 0,
                bool nesterov = false, bool maximize = false)
            {
                if (lr < 0.0) throw new ArgumentException($"Invalid learning rate: {lr}");
                if (nesterov && (momentum <= 0 || dampening != 0)) throw new ArgumentException("Nesterov momentum requires a momentum and zero dampening");
                add_param_group(new ParamGroup
                {
                    Parameters = [.. parameters],
                    Options = new Options
                    {
                        LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize,
                    },
                });
            }

            public override void add_param_group(Modules.ParamGroup param_group) => Adopt(param_group, parameter => new State(parameter));

            public override Tensor? step(Func<Tensor>? closure = null) => _step<Modules.ParamGroup>(
                group =>
                {
                    foreach (var parameter in group.Parameters)
                    {
                        if (parameter.grad is { } grad) ((State)StateOf(parameter)).Update(grad, (Options)group.Options);
                    }
                },
                closure);

            public sealed class Options : OptimizerOptions
            {
                public double? momentum;
                public double? dampening;
                public double? weight_decay;
                public bool? nesterov;
                public bool? maximize;
            }

            public sealed class State : OptimizerState, IDisposable
            {
                public Tensor? momentum_buffer;

                public State(Parameter parameter) : base(parameter)
                {
                }

                public override void Initialize(OptimizerOptions options) => Dispose();

                internal void Update(Tensor grad, Options options)
                {
                    double momentum = options.momentum ?? 0, decay = options.weight_decay ?? 0;
                    if (options.maximize == true) grad = -grad;
                    if (decay != 0) grad = grad.add(_parameter, alpha: decay);
                    if (momentum != 0)
                    {
                        if (momentum_buffer is null) momentum_buffer = grad.detach().clone().DetachFromDisposeScope();
                        else momentum_buffer.mul_(momentum).add_(grad, alpha: 1 - (options.dampening ?? 0));
                        grad = options.nesterov == true ? grad.add(momentum_buffer, alpha: momentum) : momentum_buffer;
                    }
                    _parameter.add_(grad, alpha: -options.LearningRate!.Value);
                }

                public override void SaveStateDict(BinaryWriter writer)
                {
                    writer.Write(momentum_buffer is not null);
                    momentum_buffer?.Save(writer);
                }

                public override void LoadStateDict(BinaryReader reader)
                {
                    Dispose();
                    if (!reader.ReadBoolean()) return;
                    momentum_buffer = Zeros();
                    momentum_buffer.Load(reader);
                }

                public override void LoadStateDict(OptimizerState source)
                {
                    Dispose();
                    if (((State)source).momentum_buffer is { } buffer) momentum_buffer = Copy(buffer);
                }

                public void Dispose()
                {
                    momentum_buffer?.Dispose();
                    momentum_buffer = null;
                }
            }
        }
    }
}
