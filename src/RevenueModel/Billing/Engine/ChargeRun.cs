using RevenueModel.Pricing;

namespace RevenueModel.Billing;

/// <summary>Consecutive parts of a section in which a charge has the same terms. The charge is rated once for all of
/// them, so that a change of other terms does not change its bill.</summary>
internal sealed class ChargeRun(in ChargeTerms terms, int position, int first)
{
    private readonly ChargeTerms _terms = terms;

    /// <summary>Gets the charge, with the positions of its meters among those of the period.</summary>
    public ref readonly ChargeTerms Terms => ref _terms;

    /// <summary>Gets the position of the run among those of the period.</summary>
    public int Position { get; } = position;

    /// <summary>Gets the position of the first part.</summary>
    public int First { get; } = first;

    /// <summary>Gets or sets the position of the last part.</summary>
    public int Last { get; set; } = first;

    /// <summary>Gets or sets the days of the parts as a share of the days of the period.</summary>
    public PeriodShare Share { get; set; } = PeriodShare.All;

    /// <summary>Gets the run whose unused allowance passes to this one, or <see langword="null"/> if there is
    /// none.</summary>
    public ChargeRun? Previous { get; init; }

    /// <summary>Gets whether an earlier run of the period has the same charge name.</summary>
    public bool IsContinued { get; init; }
}
