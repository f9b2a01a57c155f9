namespace XttsSaas.Xtts.Text.Numbers;

/// <summary>What one language calls a currency and its smaller unit, one of them and several.</summary>
internal sealed record CurrencyNames(string Unit, string Units, string Cent, string Cents);
