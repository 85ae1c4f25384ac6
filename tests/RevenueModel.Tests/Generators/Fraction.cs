
namespace RevenueModel.Tests.Generators;

/// <summary>A fraction in [0, 1] with at most six decimal places, as a parameter of a property.</summary>
public readonly record struct Fraction(decimal Value)
{
    public static implicit operator decimal(Fraction fraction) => fraction.Value;
}
