using RevenueModel.Pipeline;

namespace RevenueModel.Import;

/// <summary>The amount of a deal and its source; null if it is unknown.</summary>
internal readonly record struct ReadAmount(decimal? Amount, AmountSource Source);
