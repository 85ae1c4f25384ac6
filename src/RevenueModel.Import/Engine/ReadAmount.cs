using RevenueModel.Pipeline;

namespace RevenueModel.Import;

/// <summary>The amount of a deal and where it comes from; null where it is not known.</summary>
internal readonly record struct ReadAmount(decimal? Amount, AmountSource Source);
