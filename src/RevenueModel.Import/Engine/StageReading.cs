using RevenueModel.Pipeline;

namespace RevenueModel.Import;

/// <summary>What a value of the stage or status column means.</summary>
/// <param name="Outcome">Open, won or lost.</param>
/// <param name="ProcessStage">The stage of the process, for an open stage.</param>
internal readonly record struct StageReading(DealOutcome Outcome, string? ProcessStage);
