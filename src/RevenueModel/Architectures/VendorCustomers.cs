using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A vendor and its published number of enterprise customers.</summary>
public sealed record VendorCustomers
{
    /// <summary>Creates the pair.</summary>
    /// <param name="vendor">The vendor or its product.</param>
    /// <param name="enterpriseCustomers">How many enterprise customers it has, zero or more.</param>
    /// <exception cref="ArgumentException">The vendor is empty or the number negative.</exception>
    public VendorCustomers(string vendor, long enterpriseCustomers)
    {
        Vendor = Guard.Against.Blank(vendor);
        EnterpriseCustomers = Guard.Against.BelowZero(enterpriseCustomers);
    }

    /// <summary>The vendor or its product.</summary>
    public string Vendor { get; }

    /// <summary>How many enterprise customers it has.</summary>
    public long EnterpriseCustomers { get; }

    /// <summary>The pair in words.</summary>
    public override string ToString() => Invariant($"{Vendor}: {EnterpriseCustomers:#,0} enterprise customers");
}
