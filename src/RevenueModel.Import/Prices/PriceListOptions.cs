namespace RevenueModel.Import;

/// <summary>Options for reading a price list. An option that is not set is detected.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record PriceListOptions : ImportOptions<PriceListField>
{
    /// <summary>Gets the default options, with nothing stated.</summary>
    public static PriceListOptions Default { get; } = new();

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => base.ToString();
}
