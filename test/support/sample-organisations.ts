export * from '../../dev/samples/organisations';
