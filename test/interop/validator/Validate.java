import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/**
 * Validates every JSON file of a folder against FHIR R4. Prints each error and warning with the file's name, then the
 * counts of each kind of message; ends with 1 if there was an error, with 2 if there was nothing to validate.
 */
public final class Validate {
  public static void main(String[] args) throws IOException {
    FhirContext context = FhirContext.forR4();
    ValidationSupportChain support =
        new ValidationSupportChain(
            new DefaultProfileValidationSupport(context),
            new InMemoryTerminologyServerValidationSupport(context),
            new CommonCodeSystemsTerminologyService(context));
    FhirInstanceValidator module = new FhirInstanceValidator(support);
    module.setErrorForUnknownProfiles(true);
    FhirValidator validator = context.newValidator().registerValidatorModule(module);
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of(args[0]))) {
      files = all.filter(each -> each.toString().endsWith(".json")).sorted().toList();
    }
    TreeMap<ResultSeverityEnum, Integer> counts = new TreeMap<>();
    for (Path file : files) {
      validator
          .validateWithResult(Files.readString(file))
          .getMessages()
          .forEach(
              message -> {
                counts.merge(message.getSeverity(), 1, Integer::sum);
                if (message.getSeverity().compareTo(ResultSeverityEnum.WARNING) >= 0) {
                  System.out.printf(
                      "%s %s %s: %s%n",
                      message.getSeverity(), file.getFileName(), message.getLocationString(), message.getMessage());
                }
              });
    }
    int errors = counts.getOrDefault(ResultSeverityEnum.ERROR, 0) + counts.getOrDefault(ResultSeverityEnum.FATAL, 0);
    System.out.printf(
        "%d resources, %d errors, %d warnings%n",
        files.size(), errors, counts.getOrDefault(ResultSeverityEnum.WARNING, 0));
    System.exit(files.isEmpty() ? 2 : errors > 0 ? 1 : 0);
  }
}
