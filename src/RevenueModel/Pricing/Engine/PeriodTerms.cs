namespace RevenueModel.Pricing;

/// <summary>The place of a billing period in its contract.</summary>
/// <param name="Share">The part of the period that is billed.</param>
/// <param name="ContractYear">The year of the contract, from 1.</param>
/// <param name="ContractPeriod">The billing period of the contract, from 1.</param>
/// <param name="SpentInYear">The spend that counts towards the commitment of the contract year so far.</param>
/// <param name="IsFinal">Whether the period is over: minimums and commitments apply then.</param>
/// <param name="IsLastOfYear">Whether the contract year ends with the period.</param>
internal readonly record struct PeriodTerms(
    PeriodShare Share,
    int ContractYear,
    int ContractPeriod,
    decimal SpentInYear,
    bool IsFinal,
    bool IsLastOfYear)
{
    /// <summary>Gets a whole period that is over, the first of the contract.</summary>
    public static PeriodTerms First { get; } = new(PeriodShare.All, 1, 1, 0m, IsFinal: true, IsLastOfYear: false);
}
