using RevenueModel.Billing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>The lines of an invoice as they are written, each exact and in whole minor units.</summary>
internal sealed class OracleColumn(RoundingPolicy rounding)
{
    private static readonly RoundingPolicy TwelveDigits = RoundingPolicy.ToDigits(9); // and three more, below

    private readonly List<OracleLine> _lines = [];

    public IReadOnlyList<OracleLine> Lines => _lines;

    public decimal Sum => _lines.Sum(line => line.Amount);

    /// <summary>Rounded to twelve decimal places, by which computed amounts differ, and then by the policy.</summary>
    public decimal Rounded(ExactFraction amount) => Rounded(amount, rounding);

    /// <inheritdoc cref="Rounded(ExactFraction)"/>
    public static decimal Rounded(ExactFraction amount, RoundingPolicy policy)
    {
        ExactFraction thousand = Exact(1_000m);
        ExactFraction twelve = Exact(Round(amount * thousand, TwelveDigits)) / thousand;
        return Round(twelve, policy);
    }

    /// <summary>A price or a share: rounded on its own.</summary>
    public void Price(InvoiceLineKind kind, string item, ExactFraction amount) =>
        Add(kind, item, amount, Rounded(amount));

    /// <summary>
    /// Deducts an amount, at most what the rounded lines leave above the minimum, and all of that if it is the whole
    /// amount.
    /// </summary>
    public void TakeOff(InvoiceLineKind kind, string item, ExactFraction amount, ExactFraction of, decimal least)
    {
        if (amount != Zero)
        {
            decimal all = least - Sum;
            Add(kind, item, Zero - amount, amount == of ? all : Math.Max(-Rounded(amount), all));
        }
    }

    /// <summary>Returns the amount by which the rounded lines fall short of a minimum.</summary>
    public void AtLeast(InvoiceLineKind kind, string item, ExactFraction amount, decimal bound)
    {
        if (amount > Zero || Sum < bound)
        {
            Add(kind, item, amount, bound - Sum);
        }
    }

    /// <summary>Returns the amount by which the rounded lines exceed a maximum.</summary>
    public void AtMost(InvoiceLineKind kind, string item, ExactFraction amount, decimal bound)
    {
        if (amount > Zero || Sum > bound)
        {
            Add(kind, item, Zero - amount, bound - Sum);
        }
    }

    /// <summary>A line whose amount is known.</summary>
    public void Add(InvoiceLineKind kind, string item, ExactFraction exact, decimal amount) =>
        _lines.Add(new OracleLine(kind, item, exact, amount));
}
