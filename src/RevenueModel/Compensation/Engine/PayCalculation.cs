using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The figures behind an amount of pay, from which its arithmetic is put into words.</summary>
internal readonly record struct PayCalculation
{
    public CompCredit? Credit { get; init; }

    /// <summary>The gates that held the credit, or null where none did.</summary>
    public string? Waited { get; init; }

    /// <summary>The component and its terms, of a commission.</summary>
    public PayComponent? Component { get; init; }

    public ComponentTerms? Terms { get; init; }

    /// <summary>The measurement period, or the months of a residual; always where they are not known.</summary>
    public DateSpan Period { get; init; }

    /// <summary>What counts of the credit, after any windfall rule.</summary>
    public decimal Counted { get; init; }

    /// <summary>What counted before the credit and with it.</summary>
    public decimal Before { get; init; }

    public decimal After { get; init; }

    /// <summary>The rounded pay for what counted before the credit and with it.</summary>
    public decimal PayBefore { get; init; }

    public decimal PayAfter { get; init; }

    /// <summary>The rate and what it is applied to, of anything else.</summary>
    public decimal Rate { get; init; }

    public decimal Of { get; init; }

    /// <summary>An amount beside the rate.</summary>
    public decimal Flat { get; init; }

    /// <summary>Whether a budget cut the pay, or the expansion lies outside the months of a residual.</summary>
    public bool IsCut { get; init; }

    /// <summary>The number of the monthly payment, counted from one, of a residual on active ARR.</summary>
    public int Month { get; init; }
}
