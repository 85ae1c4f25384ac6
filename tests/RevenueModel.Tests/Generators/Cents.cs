
namespace RevenueModel.Tests.Generators;

/// <summary>Money as a whole number of cents, of either sign, as a parameter of a property.</summary>
public readonly record struct Cents(long Count)
{
    public decimal Amount => Count / 100m;

    public static implicit operator decimal(Cents cents) => cents.Amount;
}
