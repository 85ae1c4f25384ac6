
namespace RevenueModel.Pricing;

/// <summary>What one billing period is: how much of it is billed, in which year of the contract, what counts towards the
/// commitment of the year already, and whether it is over.</summary>
internal readonly record struct PeriodTerms(
    PeriodShare Share,
    int ContractYear,
    decimal SpentInYear,
    bool IsFinal,
    bool IsLastOfYear)
{
    /// <summary>A whole period that is over, the first of the contract.</summary>
    public static PeriodTerms First { get; } = new(PeriodShare.All, 1, 0m, IsFinal: true, IsLastOfYear: false);
}
