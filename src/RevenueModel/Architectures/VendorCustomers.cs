using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A vendor and its published number of enterprise customers.</summary>
public sealed record VendorCustomers
{
    private VendorCustomers(string vendor, long enterpriseCustomers)
    {
        Vendor = vendor;
        EnterpriseCustomers = enterpriseCustomers;
    }

    /// <summary>The vendor or its product.</summary>
    public string Vendor { get; }

    /// <summary>How many enterprise customers it has.</summary>
    public long EnterpriseCustomers { get; }

    /// <summary>Creates the pair.</summary>
    /// <param name="vendor">The vendor or its product; not blank.</param>
    /// <param name="enterpriseCustomers">The number of enterprise customers, zero or more.</param>
    /// <returns>The pair.</returns>
    /// <exception cref="ArgumentException">The vendor is blank or the number negative.</exception>
    public static VendorCustomers Of(string vendor, long enterpriseCustomers) =>
        new(Guard.Against.Blank(vendor), Guard.Against.BelowZero(enterpriseCustomers));

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant($"{Vendor}: {Plural.Of(EnterpriseCustomers, "enterprise customer")}");
}
