namespace RevenueModel.Billing;

/// <summary>The amount that a credit note gives back of a line.</summary>
/// <param name="Line">The position of the line on the invoice, from zero.</param>
/// <param name="Amount">The amount, without tax: between zero and what is left of the line. A line with a negative
/// amount, such as a discount, has a negative one.</param>
public readonly record struct LineCredit(int Line, decimal Amount)
{
    /// <summary>Returns the position and the amount.</summary>
    public override string ToString() => Invariant($"line {Line}: {Amount:#,0.######}");
}
