using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>Refuses to read or write a record as JSON without the package RevenueModel.Json, which reads back what it
/// wrote.</summary>
/// <remarks>
/// System.Text.Json alone would lose data silently: it does not see factories, defaults and validation. The converters
/// that <c>options.AddRevenueModel()</c> adds take precedence over this one. It is public because source-generated
/// contexts of other assemblies name it.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonCompanionRequired : JsonConverterFactory
{
    /// <summary>Returns <see langword="true"/> for each type that has the attribute.</summary>
    /// <param name="typeToConvert">The type.</param>
    /// <returns><see langword="true"/>.</returns>
    public override bool CanConvert(Type typeToConvert) => true;

    /// <summary>Refuses the type.</summary>
    /// <param name="typeToConvert">The type.</param>
    /// <param name="options">The options, to which the converters of RevenueModel.Json were not added.</param>
    /// <returns>Nothing.</returns>
    /// <exception cref="NotSupportedException">Always. The message names the type, the package and the
    /// call.</exception>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException(
            Guard.Against.Null(typeToConvert).Name
                + " is read and written as JSON with the package RevenueModel.Json: add its converters to the "
                + "serializer options, options.AddRevenueModel(). Without them data would be lost.");
}
