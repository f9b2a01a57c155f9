global using Microsoft.ML.OnnxRuntime;
