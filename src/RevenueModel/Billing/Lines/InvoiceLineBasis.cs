using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The figures of a line that is added by the invoice and is not a step of the bill.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record InvoiceLineBasis
{
    /// <summary>Gets the tax rate of a line for tax, as a fraction; <see langword="null"/> otherwise.</summary>
    public decimal? Rate { get; init; }

    /// <summary>Gets the amount that is taxed, including that of earlier invoices of the period, or the amount that is
    /// rounded; <see langword="null"/> for other lines.</summary>
    public decimal? Of { get; init; }

    /// <summary>Gets the tax that earlier invoices of the period billed; zero for other lines.</summary>
    public decimal Previously { get; init; }

    /// <summary>Gets the balance of a prepaid credit after the line; <see langword="null"/> for other lines.</summary>
    public decimal? Balance { get; init; }

    /// <summary>Gets the number of earlier invoices that a line deducts; zero for other lines.</summary>
    public int Invoices { get; init; }

    /// <summary>Gets the amount before the correction, for a line of an adjustment or credit note;
    /// <see langword="null"/> for other lines.</summary>
    public decimal? Stated { get; init; }

    /// <summary>Returns the figures that apply.</summary>
    public override string ToString()
    {
        List<string> parts = [];
        Add("rate", Rate);
        Add("of", Of);
        Add("previously", Previously == 0m ? null : Previously);
        Add("balance", Balance);
        Add("invoices", Invoices == 0 ? null : Invoices);
        Add("stated", Stated);
        return string.Join(", ", parts);

        void Add(string name, decimal? value)
        {
            if (value is { } figure)
            {
                parts.Add(Invariant($"{name} {figure:#,0.######}"));
            }
        }
    }
}
