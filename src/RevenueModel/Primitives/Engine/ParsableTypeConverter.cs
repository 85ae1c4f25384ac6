using System.ComponentModel;
using System.Globalization;

namespace RevenueModel.Primitives;

/// <summary>Converts between text and a value that parses the form in which it prints, for configuration and
/// binding.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class ParsableTypeConverter<T> : TypeConverter
    where T : IParsable<T>
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? T.Parse(text, null) : base.ConvertFrom(context, culture, value);

    /// <inheritdoc/>
    public override object? ConvertTo(
        ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        destinationType == typeof(string) && value is T
            ? value.ToString()
            : base.ConvertTo(context, culture, value, destinationType);
}
