using NodaTime;
using RevenueModel.Pipeline;

namespace RevenueModel.Tests.Helpers;

/// <summary>Short ways to write deals in tests.</summary>
internal static class TestOpportunities
{
    private static int _last;

    /// <summary>Two stages: Discovery at 20%, Proposal at 50%.</summary>
    public static SalesProcess Process { get; } = SalesProcess.Of(
        new PipelineStage { Name = "Discovery", WinProbability = 0.2m },
        new PipelineStage { Name = "Proposal", WinProbability = 0.5m, ForecastCategory = ForecastCategory.BestCase });

    public static Opportunity Open(
        decimal? amount, string stage = "Proposal", LocalDate? created = null, LocalDate? expected = null) =>
            Deal(amount, stage, DealTimeline.Open(created, expectedClose: expected));

    public static Opportunity Won(
        decimal? amount, LocalDate? created = null, LocalDate? closed = null, int? cycleDays = null) =>
            Deal(amount, "Closed Won", DealTimeline.Won(created, closed, cycleDays: cycleDays));

    public static Opportunity Lost(
        decimal? amount, LocalDate? created = null, LocalDate? closed = null, int? cycleDays = null) =>
            Deal(amount, "Closed Lost", DealTimeline.Lost(created, closed, cycleDays: cycleDays));

    private static Opportunity Deal(decimal? amount, string stage, DealTimeline timeline) => new()
    {
        Id = $"D{Interlocked.Increment(ref _last)}",
        Stage = stage,
        Amount = amount,
        Timeline = timeline,
    };
}
